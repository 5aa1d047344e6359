"""What an editor is told: problems with place and remedy, and near words to suggest."""
