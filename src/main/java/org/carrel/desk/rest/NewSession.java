package org.carrel.desk.rest;

import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** A session as somebody wants it, at the school of the token. */
public record NewSession(
        @About("user name, mail address or id of the roster")
        String teacher,

        LocalDate day,

        @About("number of the first period") long first,

        @About("number of the last period; the first when left out") @Nullable Long last,

        @About("name of the class, as people call it") @Nullable String className,

        @Nullable String grade,

        @About("how many students; no names anywhere") @Nullable Long heads,

        @Nullable String subject,

        @About("what the students will do") @Nullable String purpose,

        @About("for which books are looked up") @Nullable String topic,

        @About("how many books are to be pulled") @Nullable Long books,

        @About("all of them or none") @Nullable List<NewPart> parts) {}
