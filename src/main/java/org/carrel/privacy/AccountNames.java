package org.carrel.privacy;

import jakarta.inject.Inject;
import org.carrel.platform.Door;
import org.carrel.security.Accounts;

/** Names of the accounts that did something, of whatever school: whoever was looked at may know by whom. */
@Door
public class AccountNames {
    private final Accounts accounts;

    @Inject
    public AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty when the account is gone. */
    public String of(long account) {
        return accounts.nameOf(account).orElse("");
    }
}
