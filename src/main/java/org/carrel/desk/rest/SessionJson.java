package org.carrel.desk.rest;

import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.rest.About;
import org.carrel.scheduling.ClassSession;

/** A session of a class, without a name of any student. */
public record SessionJson(
        long id,

        @About("the same in calendars, for its whole life") String uid,

        @About("to be sent with a change") int version,

        ClassSession.State state,

        @About("reason of the state; empty for none") String why,

        @About("name of the teacher") String teacher,

        LocalDate day,
        int first,
        int last,

        @About("moment with the offset of the school's zone")
        String starts,

        @About("moment with the offset of the school's zone")
        String ends,

        String className,
        String grade,
        int heads,
        String subject,
        String purpose,
        String topic,
        int books,
        List<SessionPartJson> parts) {}
