"""Views: plain data for one component each, made from records, with links resolved.

A view holds finished words and addresses, so that a template needs nothing but
loops and conditions.
"""
