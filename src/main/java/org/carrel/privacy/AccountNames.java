package org.carrel.privacy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Account;
import org.carrel.security.Accounts;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** Names of the accounts that did something, for who may know who looked at them. */
@Door
public class AccountNames {
    /** Whoever was looked at may know by whom, of whatever school that person is. */
    private static final Caller ALL = new Caller(0, "", "", Role.ADMIN, Optional.empty());

    private final Accounts accounts;

    @Inject
    public AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty when the account is gone. */
    public String of(long account) {
        return accounts.find(ALL, account).map(Account::displayName).orElse("");
    }
}
