"""Pictures made from data: drawn cards, poses, loops and charts."""
