package org.carrel.platform;

import java.net.URI;

/**
 * Where Carrel answers.
 *
 * @param address the address to listen on, not the name in links
 * @param baseUrl how people reach Carrel; all absolute links are made from it, never from the Host header
 * @param maxBodyBytes the largest request body that is not a file upload
 */
public record HttpSettings(String address, int port, URI baseUrl, long maxBodyBytes) {}
