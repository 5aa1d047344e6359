"""What helps editors begin: new organizations, schemas for completion."""
