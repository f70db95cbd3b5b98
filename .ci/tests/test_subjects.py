# SPDX-License-Identifier: Apache-2.0
"""The check of commit subjects, as the hook calls it and as continuous integration does."""
import pathlib
import subprocess
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[1] / 'subjects'


def refusals(message):
    """The lines that the hook prints for a message; none when it lets the message through."""
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
        file.write(message)
        file.flush()
        run = subprocess.run([CHECK, '--message', file.name], capture_output=True, text=True)
    assert (run.returncode == 0) == (not run.stdout), run
    return run.stdout


class SubjectsTest(unittest.TestCase):
    def test_a_subject_of_72_characters_passes_and_one_of_73_does_not(self):
        self.assertEqual('', refusals('A' * 72 + '\n'))
        self.assertIn('expected at most 72 characters, found 73', refusals('A' * 73 + '\n'))

    def test_the_kinds_of_wrong_subject_are_told_apart(self):
        self.assertIn('no full stop', refusals('Add a rule.\n'))
        self.assertIn('a capital', refusals('add a rule\n'))
        self.assertIn('a gerund', refusals('Adding a rule\n'))
        self.assertIn('a past tense', refusals('Added a rule\n'))

    def test_only_the_subject_counts(self):
        self.assertEqual('', refusals('# a comment that ends in a full stop.\n\nAdd a rule\n\n' + 'b' * 200 + '.\n'))

    def test_what_git_writes_by_itself_passes(self):
        self.assertEqual('', refusals("Merge branch 'x' into main\n"))
        self.assertEqual('', refusals('fixup! ' + 'A' * 72 + '\n'))


if __name__ == '__main__':
    unittest.main()
