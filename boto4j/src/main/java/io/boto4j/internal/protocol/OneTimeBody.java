package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import java.io.IOException;

/** A body that can be read once, and whose length is known only when it ends. */
abstract class OneTimeBody implements HttpBody {
  private boolean taken;

  @Override
  public final long contentLength() {
    return -1;
  }

  @Override
  public final boolean replayable() {
    return false;
  }

  /**
   * Takes the right to read the body, which exists once.
   *
   * @throws IOException if it was taken before
   */
  public final void take() throws IOException {
    if (taken) {
      throw new IOException(takenMessage());
    }
    taken = true;
  }

  /** The message for a second reader, which names the parameter. */
  abstract String takenMessage();
}
