package io.boto4j.internal.attempt;

import io.boto4j.http.HttpBody;
import io.boto4j.internal.eventstream.FrameStream;
import io.boto4j.internal.protocol.InputEvents;
import io.boto4j.internal.signing.EventSigner;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body of events, each signed when it is sent. An empty signed event ends it. */
final class SignedEvents implements HttpBody {
  private static final byte[] END = {};

  private final InputEvents events;
  private final EventSigner signer;

  SignedEvents(InputEvents events, EventSigner signer) {
    this.events = events;
    this.signer = signer;
  }

  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public boolean replayable() {
    return false;
  }

  @Override
  public boolean duplex() {
    return true;
  }

  @Override
  public InputStream open() throws IOException {
    events.take();
    return new Signed();
  }

  private final class Signed extends FrameStream {
    private boolean ended;

    @Override
    protected byte @Nullable [] next() {
      if (ended) {
        return null;
      }
      byte[] event = events.next();
      ended = event == null;
      return signer.sign(event == null ? END : event);
    }

    @Override
    public void close() {
      events.close();
    }
  }
}
