package org.carrel.copycataloging;

import java.util.List;
import org.carrel.catalog.Isbns;
import org.carrel.catalog.MarcRecord;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.copycataloging.net.SruClient;
import org.carrel.copycataloging.net.TargetFailure;
import org.carrel.copycataloging.net.Z3950Client;

/** A target that was asked, and what it gave. */
record Asked(CopyTarget target, TargetState state, List<MarcRecord> records) {
    private static final int LONGEST = 200;

    Asked {
        records = List.copyOf(records);
    }

    /** Returns at the latest a little after the target's time is over. @param isbn thirteen digits */
    static Asked of(CopyTarget target, String isbn) {
        var forms = Isbns.forms(isbn);
        try {
            var records =
                    switch (target.kind()) {
                        case SRU_HTTPS, SRU_HTTP -> SruClient.ask(target, forms);
                        case Z39_50 -> Z3950Client.ask(target, forms);
                    };
            var outcome = records.isEmpty() ? Outcome.NOTHING : Outcome.ANSWERED;
            return new Asked(target, new TargetState(target.name(), outcome, records.size(), ""), records);
        } catch (TargetFailure failure) {
            return without(target, failure.outcome(), failure.detail());
        }
    }

    static Asked without(CopyTarget target, Outcome outcome, String detail) {
        var said = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
        return new Asked(target, new TargetState(target.name(), outcome, 0, said), List.of());
    }
}
