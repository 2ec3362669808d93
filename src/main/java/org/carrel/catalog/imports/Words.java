package org.carrel.catalog.imports;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.catalog.Finding;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.ImportJobStore.Refusal;
import org.carrel.catalog.store.Remarks;

/** The sentences of an import report, in English: the log of an import is kept in one language beside its findings. */
final class Words {
    private static final int LONGEST_REFUSAL = 1000;

    private Words() {}

    static String of(Finding finding) {
        var problem = finding.problem();
        var bundle = ResourceBundle.getBundle(problem.bundle(), Locale.ENGLISH);
        return MessageFormat.format(bundle.getString("problem." + problem.name()), finding.place(), finding.detail())
                .strip();
    }

    static Refusal refusal(Finding why) {
        return new Refusal(Texts.cut(of(why), LONGEST_REFUSAL), Remarks.write(why));
    }
}
