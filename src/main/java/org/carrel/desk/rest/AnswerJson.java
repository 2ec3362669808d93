package org.carrel.desk.rest;

import java.util.List;
import org.carrel.circulation.DeskAnswer;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** What the desk says: as the line of its page, and in parts. */
public record AnswerJson(
        DeskAnswer.Act act,
        @About("what happened, in words") String head,

        @About("all that a person at the desk would read, in order")
        List<String> says,

        @About("left out where the role may not know who it is") @Nullable PersonJson patron,

        @Nullable CopyJson item,
        @Nullable LoanJson loan,
        @About("of whom one has to be chosen, by patronId") List<PersonJson> people,

        @About("of which one has to be chosen, by itemId, or all of a title")
        List<CopyJson> items,

        @About("whether it can be taken back within a minute")
        boolean undoable) {}
