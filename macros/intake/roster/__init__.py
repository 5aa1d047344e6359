"""A list of people in a table (.xlsx, .csv): its rows become memberships, once each is clear."""
