package org.carrel.desk.rest;

import java.util.List;
import org.carrel.platform.rest.About;

/** What speaks against a wish now; nothing was booked. */
public record WishAnswerJson(
        boolean free, @About("none when it can be had") List<SessionReasonJson> reasons) {}
