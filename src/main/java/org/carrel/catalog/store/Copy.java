package org.carrel.catalog.store;

import java.time.LocalDate;
import org.carrel.catalog.CallNumber;
import org.jspecify.annotations.Nullable;

/** A row of the item table as an import writes it: what a record states of a copy, with its codes resolved. */
public record Copy(
        long id,
        long bibId,
        int siteId,
        @Nullable Integer locationId,
        @Nullable Integer itemTypeId,
        @Nullable String barcode,
        CallNumber callNumber,
        String shelfKey,
        String copyNumber,
        String volume,
        @Nullable Integer priceCents,
        @Nullable LocalDate acquired,
        String vendor,
        String fund,
        String note,
        boolean lendable) {

    /** The same copy under this id. */
    public Copy as(long newId) {
        return at(newId, siteId, locationId);
    }

    /** This statement written over the copy as it stands: a file never moves a copy to another site. */
    public Copy over(Copy standing) {
        return siteId == standing.siteId ? as(standing.id) : at(standing.id, standing.siteId, standing.locationId);
    }

    public Copy with(@Nullable String newBarcode) {
        return new Copy(
                id,
                bibId,
                siteId,
                locationId,
                itemTypeId,
                newBarcode,
                callNumber,
                shelfKey,
                copyNumber,
                volume,
                priceCents,
                acquired,
                vendor,
                fund,
                note,
                lendable);
    }

    /** The same copy of another title. */
    public Copy of(long newBib) {
        return new Copy(
                id,
                newBib,
                siteId,
                locationId,
                itemTypeId,
                barcode,
                callNumber,
                shelfKey,
                copyNumber,
                volume,
                priceCents,
                acquired,
                vendor,
                fund,
                note,
                lendable);
    }

    public Copy ofType(int newType) {
        return new Copy(
                id,
                bibId,
                siteId,
                locationId,
                newType,
                barcode,
                callNumber,
                shelfKey,
                copyNumber,
                volume,
                priceCents,
                acquired,
                vendor,
                fund,
                note,
                lendable);
    }

    /** The same copy elsewhere at its site. */
    public Copy standingAt(int newLocation) {
        return at(id, siteId, newLocation);
    }

    /** The same copy under another call number. @param newKey by which it is put in order */
    public Copy called(CallNumber number, String newKey) {
        return new Copy(
                id,
                bibId,
                siteId,
                locationId,
                itemTypeId,
                barcode,
                number,
                newKey,
                copyNumber,
                volume,
                priceCents,
                acquired,
                vendor,
                fund,
                note,
                lendable);
    }

    private Copy at(long newId, int newSite, @Nullable Integer newLocation) {
        return new Copy(
                newId,
                bibId,
                newSite,
                newLocation,
                itemTypeId,
                barcode,
                callNumber,
                shelfKey,
                copyNumber,
                volume,
                priceCents,
                acquired,
                vendor,
                fund,
                note,
                lendable);
    }
}
