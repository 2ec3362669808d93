package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.SettingsProblem;

/**
 * A form on its way back to the person who sent it.
 *
 * @param problems of its fields
 * @param stale true when somebody else has changed the profile meanwhile
 * @param previewed settings to be shown on records; empty when they are not to be, or have problems
 */
record ProfileDraft(
        ProfileForm form, List<SettingsProblem> problems, boolean stale, Optional<ImportSettings> previewed) {
    private static final String NAME = "org.carrel.desk.profile";

    void keep(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    static Optional<ProfileDraft> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof ProfileDraft draft ? Optional.of(draft) : Optional.empty();
    }
}
