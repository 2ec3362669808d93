package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ItemForLoan;
import org.carrel.patrons.Patron;

/**
 * What a desk is told about one scan.
 *
 * @param copy that was scanned
 * @param patron who was scanned, who got the copy, or who had it
 * @param loan as it is after this
 * @param blocks why nothing was done; all of them, worst first
 * @param remarks what the person at the desk has to know or do besides
 * @param people of whom one has to be chosen
 * @param copies of which one has to be chosen, or all there are of a title
 * @param repeated the request was answered before: nothing was done again
 */
public record DeskAnswer(
        Act act,
        Optional<ItemForLoan> copy,
        Optional<Patron> patron,
        Optional<Loan> loan,
        List<Blocked> blocks,
        List<Remark> remarks,
        List<Patron> people,
        List<ItemForLoan> copies,
        boolean repeated)
        implements Serializable {
    public DeskAnswer {
        blocks = List.copyOf(blocks);
        remarks = List.copyOf(remarks);
        people = List.copyOf(people);
        copies = List.copyOf(copies);
    }

    /** What happened. */
    public enum Act {
        /** A card: the person stands at the desk from now on. */
        PATRON,
        CHECKED_OUT,
        RENEWED,
        RETURNED,
        /** It was on no loan: where it belongs is told, and nothing changes. */
        NOT_ON_LOAN,
        /** It was lent to this person a moment ago: the scanner has sent it twice. */
        JUST_LENT,
        /** It was returned a moment ago. */
        JUST_RETURNED,
        REFUSED,
        CHOOSE_PERSON,
        CHOOSE_COPY,
        /** Copies of a title whose number was scanned, not a copy: where they are. */
        TITLE,
        /** Somebody's, but of a school that this desk does not serve. */
        UNKNOWN,
        /** It has been marked as damaged, and who had it is kept until that is settled. */
        DAMAGED,
        /** Its loan counts as lost from now on. */
        MARKED_LOST,
        /** The borrower says that it was returned, or never lent. */
        CLAIMED,
        /** Everything the patron has was asked for: how much of it was renewed. */
        RENEWED_ALL,
        /** Somebody asks for the page on which a loaner is lent for what is broken. */
        SWAP,
        /** A loaner was lent for what is broken. */
        SWAPPED,
        /** What was broken was handed back for the loaner. */
        SWAPPED_BACK,
        /** Which of the things that the patron has is lost. */
        CHOOSE_LOST,
        /** A device that was somebody's for the year is here. */
        ASSIGNMENT_ENDED,
        DONE,
        UNDONE,
        /** There is nothing that could be taken back any more. */
        NOTHING_TO_UNDO,
        /** There has to be somebody at the desk for this. */
        NOBODY_AT_DESK,
        /** Nothing was scanned. */
        NOTHING,
        /** Answered before, and forgotten since. */
        FORGOTTEN
    }

    /** What else is to be known. The value is what the sentence needs. */
    public record Remark(Kind kind, String value) implements Serializable {
        /** In the order of telling. */
        public enum Kind {
            /** So many minutes. */
            LATE,
            WAS_LOST,
            WAS_CLAIMED,
            /** Somebody said that it was never lent to them. */
            WAS_NEVER_HAD,
            /** The day on which that was said. */
            CLAIMED_ON,
            /** Who said so: for staff only. */
            SAID_BY,
            /** It counts as lost all the same (B57). */
            STAYS_LOST,
            /** So many claims of this person: somebody should talk with them. */
            MANY_CLAIMS,
            WAS_MISSING,
            /** Belongs to another school: its name. */
            BELONGS_ELSEWHERE,
            COUNTED_FOR,
            IS_WITHDRAWN,
            IS_DAMAGED,
            /** For whom it goes to the hold shelf. */
            HOLD_HERE,
            HOLD_ELSEWHERE,
            /** The last day of that. */
            PICK_UP_UNTIL,
            IN_TRANSIT,
            /** Lateness has cost so much. */
            FINE,
            /** So much is to be given back. */
            CREDIT,
            /** The borrower's own hold is filled by this. */
            HOLD_FILLED,
            /** So many copies that were set aside are needed no more: they are to be scanned. */
            COPIES_FREED,
            OWES,
            /** The calendar could not be asked: no open day within a year. */
            NO_OPEN_DAY,
            /** What was lent in spite of. */
            OVERRIDDEN,
            /** Another loan was ended first. */
            TAKEN_FROM_OTHER,
            /** It was used in the building: so many times by now. */
            USED_HERE,
            /** That it is damaged was taken back too. */
            DAMAGE_UNDONE,
            /** So many devices go with the cart. */
            CART_OUT,
            /** So many of its devices do not: they are broken, lent or not there. */
            CART_WITHOUT,
            /** The cart is back, and what is in it has to be counted: so many devices and parts. */
            CART_TO_COUNT,
            /** The cart and the slot that it belongs in. */
            GOES_IN_CART,
            /** It was owed since its cart came back without it: the cart and the slot. */
            WAS_OWED,
            /** It is lent out of its cart: the cart and the slot. */
            OUT_OF_CART,
            /** What a device has gone out with: where that is written down. */
            WITH_ACCESSORIES,
            /** What a device should have come back with: where that is written down. */
            ACCESSORIES_BACK,
            /** Somebody has the device for the year: number of the assignment. */
            ASSIGNED_TO,
            /** It went to the class that has booked it: number of the session. */
            FOR_CLASS,
            /** It goes back to the book cart of a class: number of the session. */
            GOES_TO_CLASS,
            /** It is to be mended: the number of its ticket. */
            HAS_TICKET,
            /** It was lent in the meantime of a repair: the number of the ticket. */
            LOANER_BACK,
            /** So many loans were renewed. */
            RENEWED_COUNT,
            /** So many were not. */
            NOT_RENEWED
        }
    }

    public static DeskAnswer of(Act act) {
        return new DeskAnswer(
                act,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    public DeskAnswer with(ItemForLoan item) {
        return new DeskAnswer(act, Optional.of(item), patron, loan, blocks, remarks, people, copies, repeated);
    }

    public DeskAnswer with(Patron person) {
        return new DeskAnswer(act, copy, Optional.of(person), loan, blocks, remarks, people, copies, repeated);
    }

    public DeskAnswer with(Loan made) {
        return new DeskAnswer(act, copy, patron, Optional.of(made), blocks, remarks, people, copies, repeated);
    }

    public DeskAnswer because(List<Blocked> found) {
        return new DeskAnswer(act, copy, patron, loan, found, remarks, people, copies, repeated);
    }

    public DeskAnswer saying(List<Remark> said) {
        return new DeskAnswer(act, copy, patron, loan, blocks, said, people, copies, repeated);
    }

    DeskAnswer choose(List<Patron> found) {
        return new DeskAnswer(act, copy, patron, loan, blocks, remarks, found, copies, repeated);
    }

    DeskAnswer chooseCopy(List<ItemForLoan> found) {
        return new DeskAnswer(act, copy, patron, loan, blocks, remarks, people, found, repeated);
    }

    DeskAnswer again() {
        return new DeskAnswer(act, copy, patron, loan, blocks, remarks, people, copies, true);
    }

    /** Whether the desk has to look: the answer is not a plain success. */
    public boolean needsLook() {
        return !blocks.isEmpty() || !people.isEmpty() || !copies.isEmpty();
    }
}
