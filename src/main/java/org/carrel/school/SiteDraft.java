package org.carrel.school;

import java.io.Serializable;

/**
 * A site as somebody typed it, sensible or not.
 *
 * @param version of the settings that the form was opened with
 */
public record SiteDraft(
        String code,
        String name,
        String address,
        String phone,
        String zone,
        String languages,
        String senderName,
        String senderMail,
        int version)
        implements Serializable {
    public SiteDraft {
        code = code.strip();
        name = name.strip();
        address = address.strip();
        phone = phone.strip();
        zone = zone.strip();
        languages = languages.strip();
        senderName = senderName.strip();
        senderMail = senderMail.strip();
    }

    public static SiteDraft of(SchoolSite site) {
        return new SiteDraft(
                site.code(),
                site.name(),
                site.address(),
                site.phone(),
                site.zone().getId(),
                site.languages().name(),
                site.senderName(),
                site.senderMail(),
                site.version());
    }
}
