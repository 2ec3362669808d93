package org.carrel.security;

/** Where a card and PIN are tried. Screens of the library count for themselves, as a whole school may have one address. */
public record CardPlace(String key) {
    public static CardPlace screen(long device) {
        return new CardPlace("screen " + device);
    }

    /** @param address of the browser, in figures */
    public static CardPlace address(String address) {
        return new CardPlace("address " + SignInTries.network(address));
    }
}
