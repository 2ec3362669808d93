package org.carrel.devices.rules;

import java.util.List;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmValues;

/** A row of an export, in our spelling. */
public record MdmRow(MdmValues facts, List<MdmRemark> remarks) {
    public MdmRow {
        remarks = List.copyOf(remarks);
    }

    public String get(MdmField field) {
        return facts.get(field);
    }

    public boolean has(MdmRemark.Kind kind) {
        return remarks.stream().anyMatch(remark -> remark.kind() == kind);
    }
}
