"""Where each thing that can be linked to stands on the site."""
