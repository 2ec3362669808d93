package org.carrel.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What {@link ApiDocument} says of a method of a resource beside what its own annotations do. English, for programmers. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
    /** In one line. */
    String value();

    /** Further sentences. */
    String more() default "";

    /** Of an answer that did what was asked. */
    int status() default 200;

    /** The record that is answered; {@link Void}: nothing. */
    Class<?> answer() default Void.class;

    /** Whether it is a list of those. */
    boolean list() default false;

    /** The record that is sent; {@link Void}: nothing. */
    Class<?> body() default Void.class;

    /** Parameters of the query, each with what it is: {@code "page: from 1"}. */
    String[] query() default {};

    /** Whether no token is needed. */
    boolean open() default false;
}
