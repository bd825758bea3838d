package io.boto4j.benchmarks.plots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of medians as bars or lines, on white, so that it can be read on any background. */
final class Drawing {
  private static final Color GRID = new Color(220, 220, 220);
  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP
  };

  private final CategoryChart chart;

  private Drawing(String title, String categories, String values) {
    chart =
        new CategoryChartBuilder()
            .width(960)
            .height(440)
            .title(title)
            .xAxisTitle(categories)
            .yAxisTitle(values)
            .build();
    CategoryStyler styler = chart.getStyler();
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setChartTitleFont(font(Font.BOLD, 18));
    styler.setAxisTitleFont(font(Font.PLAIN, 15));
    styler.setAxisTickLabelsFont(font(Font.PLAIN, 14));
    styler.setLegendFont(font(Font.PLAIN, 14));
    styler.setPlotContentSize(1.0);
    styler.setYAxisDecimalPattern("#,##0");
  }

  /** Draws grouped bars, each with its value on top. */
  static Drawing bars(String title, String categories, String values, MedianTable medians) {
    Drawing drawing = new Drawing(title, categories, values);
    CategoryStyler styler = drawing.chart.getStyler();
    styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Bar);
    styler.setAvailableSpaceFill(0.9);
    styler.setLabelsVisible(true);
    styler.setLabelsPosition(1.0);
    styler.setLabelsFont(font(Font.PLAIN, 13));
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(1.05 * medians.greatest());
    drawing.add(medians);
    return drawing;
  }

  /**
   * Draws one line per series on a logarithmic scale, with markers for readers who distinguish
   * shapes better than colours.
   */
  static Drawing lines(String title, String categories, String values, MedianTable medians) {
    Drawing drawing = new Drawing(title, categories, values);
    CategoryStyler styler = drawing.chart.getStyler();
    styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line);
    styler.setOverlapped(true);
    styler.setYAxisLogarithmic(true);
    styler.setYAxisMin(decade(Math.floor(Math.log10(medians.least()))));
    styler.setYAxisMax(decade(Math.ceil(Math.log10(medians.greatest()))));
    styler.setMarkerSize(9);
    drawing.add(medians);
    return drawing;
  }

  private void add(MedianTable medians) {
    int index = 0;
    for (String name : medians.series()) {
      List<@Nullable Double> values = medians.medians(name);
      CategorySeries series = chart.addSeries(name, medians.categories(), values);
      Color color = Palette.color(name);
      series.setFillColor(color);
      series.setLineColor(color);
      series.setMarkerColor(color);
      series.setMarker(MARKERS[index++ % MARKERS.length]);
      series.setLineStyle(new BasicStroke(2.5f));
    }
  }

  void save(Path file) throws IOException {
    Files.writeString(file, shortened(new String(ChartEncoder.getBytes(chart, "svg"), UTF_8)));
  }

  /**
   * Shortens fractions to two digits: the encoder writes up to fifteen, which would be most of the
   * file.
   */
  static String shortened(String svg) {
    StringBuilder out = new StringBuilder(svg.length());
    int digits = -1;
    for (int i = 0; i < svg.length(); i++) {
      char c = svg.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (c == '.') {
        digits = 0;
      } else {
        digits = digit && digits >= 0 ? digits + 1 : -1;
      }
      if (digits <= 2) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static double decade(double exponent) {
    return Math.pow(10, exponent);
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
