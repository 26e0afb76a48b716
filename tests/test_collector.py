"""The garbage collector rests while a document is made, and is then as it was."""

import gc

import pytest

from terrinclus_publish.collector import collector_paused


def test_it_rests_inside_and_runs_again_after():
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error():
    with pytest.raises(ValueError, match="spoiled"), collector_paused():
        raise ValueError("spoiled")
    assert gc.isenabled()


def test_one_that_was_off_stays_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
