package io.github.miscope.jupyter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class ShortSvgTest {
    @Test
    fun `coordinates are rounded`() {
        assertEquals(
            """<path d="M282.36 -5.58 L285 0.5 Z" r="2.86"/><g transform="scale(0.00123 0.0000123)"/>""",
            shortened(
                """<path d="M282.35958703239345 -5.583786598262849 L284.99999999 0.5 Z" """ +
                    """r="2.8600000000000003"/><g transform="scale(0.00123456 1.23456E-5)"/>"""
            ),
        )
    }

    @Test
    fun `strokes of no width lose their colour, others do not`() {
        val seen = """<circle fill="#0072b2" stroke="#0072b2" stroke-width="1.5" cx="1.25"/>"""
        val unseen = """<circle stroke="#0072b2" stroke-opacity="0.0" stroke-width="0.0" cx="1"/>"""
        assertEquals(
            "<g>\n$seen\n<circle stroke-width=\"0\" cx=\"1\"/>\n</g>",
            shortened("<g>\n  $seen\n    $unseen\n</g>"),
        )
    }

    @Test
    fun `texts and colours stay`() {
        val svg = "<text fill=\"#123456\" x=\"1.25\">\n0.123456 nats\n</text>"
        assertEquals(svg, shortened(svg))
    }
}
