package org.carrel.labels;

import java.io.Serializable;
import java.util.List;

/** How the labels of a copy come out. @param spine the lines of its spine label @param troubles why they are not as they should be */
public record LabelFace(LabelCopy copy, List<String> spine, List<LabelTrouble> troubles) implements Serializable {
    public LabelFace {
        spine = List.copyOf(spine);
        troubles = List.copyOf(troubles);
    }
}
