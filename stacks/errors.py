"""What can stop synthesis for a reason that the operator can mend."""


class SynthesisError(Exception):
    """One line that names what is wrong and where to mend it."""


class SettingError(SynthesisError):
    """A setting is unknown, missing or invalid."""


class BuildError(SynthesisError):
    """Something that is deployed could not be built."""
