package org.carrel.catalog;

import java.util.Optional;

/**
 * A code in a waiting file that nobody here knows yet.
 *
 * @param copies how many have it
 * @param answer the code here that is to stand for it; empty as long as nobody has said: then it is made
 */
public record ImportQuestion(PlaceAnswer.Kind kind, String code, int copies, Optional<String> answer) {}
