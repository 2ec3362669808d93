package org.carrel.privacy;

/** Who besides the person and the library may be told which titles a student has, by the law of the state (rule PR-4). */
public enum TitleReaders {
    NOBODY,
    PARENT,
    TEACHER;

    /** Whether the law lets this reader know. Nobody is told because somebody else may be. */
    public boolean tells(TitleReaders asker) {
        return this != NOBODY && this == asker;
    }
}
