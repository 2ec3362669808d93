package org.carrel.school;

import java.io.Serializable;
import java.time.ZoneId;

/**
 * A building with a media center, and what holds there.
 *
 * @param id 0 while it is not stored
 * @param code never changes: imports, accounts and screens know the site by it
 * @param senderName who notices come from, as people read it; empty for the name of the site
 * @param senderMail the address that notices come from; empty while none is known
 * @param version of its settings; 0 while nobody has saved any
 */
public record SchoolSite(
        int id,
        String code,
        String name,
        String address,
        String phone,
        ZoneId zone,
        NoticeLanguages languages,
        String senderName,
        String senderMail,
        int version)
        implements Serializable {}
