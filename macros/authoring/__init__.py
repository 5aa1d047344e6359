"""Help for editors: new organizations and sites, schemas for completion."""
