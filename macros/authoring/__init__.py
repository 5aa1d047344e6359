"""Help for editors: new organizations, sites and pictures, schemas for completion."""
