"""Kills builds at random moments, and checks what they leave behind."""
