package org.carrel.desk.rest;

import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a session; what is left out stays. */
public record ChangedSession(
        @About("of the session when it was looked at: who has changed it since is not overwritten")
        long version,

        @About("user name, mail address or id of the roster") @Nullable String teacher,

        @Nullable LocalDate day,

        @About("number of the first period") @Nullable Long first,

        @About("number of the last period") @Nullable Long last,

        @About("name of the class, as people call it") @Nullable String className,

        @Nullable String grade,

        @About("how many students; no names anywhere") @Nullable Long heads,

        @Nullable String subject,

        @About("what the students will do") @Nullable String purpose,

        @About("for which books are looked up") @Nullable String topic,

        @About("how many books are to be pulled") @Nullable Long books,

        @About("all of them or none") @Nullable List<NewPart> parts) {}
