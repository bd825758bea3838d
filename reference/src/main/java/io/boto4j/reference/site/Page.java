package io.boto4j.reference.site;

import java.nio.charset.StandardCharsets;

/** A page or another file of the site: its bytes and their media type. Immutable. */
public final class Page {
  /** The media type of HTML pages. */
  public static final String HTML = "text/html; charset=utf-8";

  private final String contentType;
  private final byte[] bytes;

  private Page(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /**
   * Creates a file of the site.
   *
   * @param contentType the media type
   * @param bytes the content, which must not change afterwards
   * @return the file
   */
  public static Page of(String contentType, byte[] bytes) {
    return new Page(contentType, bytes);
  }

  /**
   * Creates an HTML page.
   *
   * @param html the markup
   * @return the page
   */
  public static Page html(String html) {
    return new Page(HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the media type.
   *
   * @return the value of the header {@code Content-Type}
   */
  public String contentType() {
    return contentType;
  }

  /**
   * Returns the content.
   *
   * @return the bytes, which callers must not change
   */
  public byte[] bytes() {
    return bytes;
  }
}
