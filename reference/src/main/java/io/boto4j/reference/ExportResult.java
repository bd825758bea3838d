package io.boto4j.reference;

/**
 * What an export has written.
 *
 * @param files the number of files
 * @param bytes their total size
 */
public record ExportResult(long files, long bytes) {}
