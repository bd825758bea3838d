package io.boto4j.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file with the resume token of a transfer that runs, in case its process ends before it. */
final class Journal {
  private final Path file;

  Journal(Path file) {
    this.file = file;
  }

  /**
   * Reads the token.
   *
   * @return the token, or null without a journal
   * @throws LocalFileException if the journal cannot be read, or is not one
   */
  @Nullable ResumeToken read() {
    try {
      String text = Files.readString(file);
      return text.isEmpty() ? null : ResumeToken.parse(text);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw unusable(Reasons.of(e), e);
    } catch (IllegalArgumentException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private LocalFileException unusable(String why, Exception cause) {
    return new LocalFileException(
        "Cannot continue from the journal " + file + ": " + why + ". Delete it to begin again",
        file,
        cause);
  }

  /** Replaces the journal as a whole, so that it is never half written. */
  void write(ResumeToken token) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, token.toJson());
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
