package org.carrel.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Shelved;

/** Loans and holds as circulation will tell them, kept in memory. */
final class LentThings implements NoticeContent {
    private final Map<Long, OpenLoan> open = new ConcurrentHashMap<>();
    private final Map<Long, Lent> loans = new ConcurrentHashMap<>();
    private final Map<Long, String> sites = new ConcurrentHashMap<>();
    private final Map<Long, Shelved> holds = new ConcurrentHashMap<>();

    long lend(long loan, String site, long patron, String title, LocalDate due) {
        open.put(loan, new OpenLoan(loan, patron, due));
        loans.put(loan, new Lent(loan, title, due, false, Optional.empty()));
        sites.put(loan, site);
        return loan;
    }

    void takeBack(long loan) {
        open.remove(loan);
        loans.remove(loan);
    }

    long shelve(long hold, String title, LocalDate until) {
        holds.put(hold, new Shelved(hold, title, until));
        return hold;
    }

    @Override
    public List<OpenLoan> openLoans(String site, LocalDate dueBy) {
        return open.values().stream()
                .filter(loan ->
                        site.equals(sites.get(loan.loan())) && !loan.due().isAfter(dueBy))
                .toList();
    }

    @Override
    public List<Lent> loans(Collection<Long> ids) {
        var known = new HashMap<>(loans);
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    @Override
    public List<Shelved> holds(Collection<Long> ids) {
        var known = new HashMap<>(holds);
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }
}
