package dev.muster.identity.booking;

import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A span of whole hours in UTC, from its start to before its end. */
record Window(Instant start, Instant end) {

    /** The calendar begins with the year 1. */
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern HOUR = Pattern.compile("[0-9]{2}:00");

    /** Reads the four segments of the path, {@code 2014-01-01/08:00/2014-01-02/06:00}. */
    static Window of(String startDate, String startTime, String endDate, String endTime) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate firstDay = date(startDate, "/startDate", errors);
        LocalTime firstHour = hour(startTime, "/startTime", errors);
        LocalDate lastDay = date(endDate, "/endDate", errors);
        LocalTime lastHour = hour(endTime, "/endTime", errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Instant start = firstDay.atTime(firstHour).toInstant(ZoneOffset.UTC);
        Instant end = lastDay.atTime(lastHour).toInstant(ZoneOffset.UTC);
        if (!start.isBefore(end)) {
            throw ProblemException.invalid("/endDate", "invalid_value", "The end comes after the start");
        }
        return new Window(start, end);
    }

    private static LocalDate date(String text, String pointer, List<FieldError> errors) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            errors.add(new FieldError(pointer, "invalid_value", "There is no such day"));
            return null;
        }
        errors.add(new FieldError(pointer, "invalid_value", "A date is YYYY-MM-DD, from the year 1 on"));
        return null;
    }

    private static LocalTime hour(String text, String pointer, List<FieldError> errors) {
        try {
            if (HOUR.matcher(text).matches()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeParseException noSuchHour) {
            errors.add(new FieldError(pointer, "invalid_value", "There is no such hour"));
            return null;
        }
        errors.add(new FieldError(pointer, "invalid_value", "A time is a whole hour, HH:00"));
        return null;
    }
}
