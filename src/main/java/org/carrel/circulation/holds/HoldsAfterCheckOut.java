package org.carrel.circulation.holds;

import java.util.List;
import java.util.OptionalLong;
import org.carrel.circulation.HoldNews;

/**
 * What a check-out has done to those who wait.
 *
 * @param filled the borrower's hold that this loan was for
 * @param freed copies that were set aside for it and are needed no more: to be scanned and shelved
 * @param news for whom the copy was set aside and is no longer
 */
public record HoldsAfterCheckOut(OptionalLong filled, List<Long> freed, List<HoldNews> news) {
    public HoldsAfterCheckOut {
        freed = List.copyOf(freed);
        news = List.copyOf(news);
    }
}
