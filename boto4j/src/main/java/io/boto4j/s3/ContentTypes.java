package io.boto4j.s3;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The media types of common file name extensions. */
final class ContentTypes {
  /** Each type with its extensions. */
  private static final String TABLE =
      """
      application/epub+zip epub
      application/geo+json geojson
      application/gzip gz tgz
      application/java-archive jar war ear
      application/json json map
      application/jsonl jsonl ndjson
      application/ld+json jsonld
      application/manifest+json webmanifest
      application/msword doc dot
      application/octet-stream bin dll dmg exe img iso so
      application/pdf pdf
      application/pgp-signature sig
      application/postscript ai eps ps
      application/rtf rtf
      application/sql sql
      application/toml toml
      application/vnd.android.package-archive apk
      application/vnd.apache.parquet parquet
      application/vnd.apple.mpegurl m3u8
      application/vnd.google-earth.kml+xml kml
      application/vnd.ms-excel xls
      application/vnd.ms-fontobject eot
      application/vnd.ms-powerpoint ppt
      application/vnd.oasis.opendocument.presentation odp
      application/vnd.oasis.opendocument.spreadsheet ods
      application/vnd.oasis.opendocument.text odt
      application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
      application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
      application/vnd.rar rar
      application/wasm wasm
      application/x-7z-compressed 7z
      application/x-bzip2 bz2
      application/x-sh sh
      application/x-tar tar
      application/x-xz xz
      application/xhtml+xml xhtml xht
      application/xml xml xsd xsl xslt
      application/yaml yaml yml
      application/zip zip
      application/zstd zst
      audio/aac aac
      audio/flac flac
      audio/midi mid midi
      audio/mp4 m4a
      audio/mpeg mp3
      audio/ogg oga ogg opus
      audio/webm weba
      audio/x-wav wav
      font/otf otf
      font/ttf ttf
      font/woff woff
      font/woff2 woff2
      image/apng apng
      image/avif avif
      image/bmp bmp
      image/gif gif
      image/heic heic
      image/jpeg jpg jpeg jpe
      image/jxl jxl
      image/png png
      image/svg+xml svg
      image/tiff tif tiff
      image/vnd.microsoft.icon ico
      image/webp webp
      message/rfc822 eml mht
      text/calendar ics
      text/css css
      text/csv csv
      text/html html htm
      text/javascript js mjs cjs
      text/markdown md markdown
      text/plain txt text log conf ini properties c h java py
      text/tab-separated-values tsv
      text/vcard vcf
      text/vtt vtt
      video/mp2t ts
      video/mp4 mp4 m4v
      video/mpeg mpeg mpg
      video/ogg ogv
      video/quicktime mov qt
      video/webm webm
      video/x-matroska mkv
      video/x-msvideo avi
      """;

  private static final Map<String, String> BY_EXTENSION = parse();

  private ContentTypes() {}

  private static Map<String, String> parse() {
    Map<String, String> types = new HashMap<>();
    StringTokenizer words = new StringTokenizer(TABLE);
    String type = "";
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (word.indexOf('/') > 0) {
        type = word;
      } else {
        types.put(word, type);
      }
    }
    return types;
  }

  /** Returns the type of a file by its name, or null if the extension is not known. */
  static @Nullable String of(String name) {
    int dot = name.lastIndexOf('.');
    boolean hasExtension = dot > name.lastIndexOf('/') + 1;
    return hasExtension ? BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)) : null;
  }
}
