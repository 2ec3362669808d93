package org.carrel.devices.rules;

import java.util.List;
import org.carrel.devices.MdmRemark;

/** Which device a row of an export is of. */
public sealed interface MdmMatch {
    List<MdmRemark> remarks();

    /** One of ours. */
    record Found(KnownDevice device, List<MdmRemark> remarks) implements MdmMatch {
        public Found {
            remarks = List.copyOf(remarks);
        }
    }

    /** None of ours yet. @param freeTag whether the tag of the row may become its own */
    record Unknown(boolean freeTag, List<MdmRemark> remarks) implements MdmMatch {
        public Unknown {
            remarks = List.copyOf(remarks);
        }
    }

    /** A person has to look. */
    record Unclear(List<MdmRemark> remarks) implements MdmMatch {
        public Unclear {
            remarks = List.copyOf(remarks);
        }
    }
}
