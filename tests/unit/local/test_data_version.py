"""What another version left in the local stack's folder is refused, and nothing else is."""

import pytest

from local.progress import StepFailedError
from local.stack import DATA_VERSION, refuse_other_data


def test_a_new_folder_is_marked_and_taken_again(tmp_path):
    refuse_other_data(tmp_path)
    (tmp_path / "emulator").mkdir()

    refuse_other_data(tmp_path)

    assert (tmp_path / "version").read_text() == f"{DATA_VERSION}\n"


def test_data_from_before_there_were_marks_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "emulator").mkdir()

    with pytest.raises(StepFailedError, match="`make reset`") as caught:
        refuse_other_data(tmp_path)

    assert "\n" not in str(caught.value)
    assert not (tmp_path / "version").exists()


@pytest.mark.parametrize("version", ["1", "99", ""])
def test_data_of_another_version_is_refused(tmp_path, version):
    (tmp_path / "version").write_text(f"{version}\n")

    with pytest.raises(StepFailedError, match="`make reset`"):
        refuse_other_data(tmp_path)
