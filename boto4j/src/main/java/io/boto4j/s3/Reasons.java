package io.boto4j.s3;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The reasons of I/O errors as texts for messages, without the names of Java's classes. */
final class Reasons {
  private Reasons() {}

  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException e) {
      return "there is no " + e.getFile();
    }
    if (failure instanceof FileAlreadyExistsException e) {
      return "there is a file already at " + e.getFile();
    }
    if (failure instanceof ClosedByInterruptException) {
      return "it was interrupted";
    }
    // The message of this one begins with the file, which messages contain already.
    String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    return reason == null || reason.isBlank() ? "an I/O error" : reason;
  }
}
