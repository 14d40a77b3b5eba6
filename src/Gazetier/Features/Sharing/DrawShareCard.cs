using System.Net;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using NetVips;

namespace Gazetier.Features.Sharing;

/// <summary>Draws a card: the headline in our type, as large as it fits, on the colour, above the newspaper's name.</summary>
public static class DrawShareCard
{
    private const int Margin = 80;
    private const int Inside = ShareCard.Width - (2 * Margin);
    private const int HeadlineTop = 150;
    private const int HeadlineHeight = 340;
    private const int Longest = 220;
    private static readonly int[] Sizes = [92, 80, 70, 62, 54, 46, 40];

    /// <summary>Beside the program, and one for the whole process: who sets type remembers where it was.</summary>
    private static readonly string Font = Path.Combine(AppContext.BaseDirectory, "fonts", "newsreader-bold.ttf");
    private static readonly Accent White = new(0xff, 0xff, 0xff);
    private static readonly Accent Ink = new(0x1b, 0x1a, 0x17);

    /// <summary>A PNG.</summary>
    public static byte[] Draw(ShareCard card)
    {
        var colour = card.Colour.ContrastWith(White) >= Accent.Readable ? White : Ink;
        using var label = Text(Shortened.To(60, card.Label), 36);
        using var headline = Headline(card.Headline);
        using var name = Text(Shortened.To(50, card.Newspaper), 44);
        using var ground = Plain(card.Colour);
        using var rule = Plain(colour).Crop(0, 0, 120, 6);
        using var ruled = ground.Insert(rule, Margin, ShareCard.Height - 130);
        using var one = Written(ruled, label, colour, 76);
        using var two = Written(one, headline, colour, HeadlineTop);
        using var three = Written(two, name, colour, ShareCard.Height - 104);
        return three.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
    }

    /// <summary>The largest size at which it fits.</summary>
    private static Image? Headline(string text)
    {
        var shown = Shortened.To(Longest, text);
        foreach (var size in Sizes)
        {
            var set = Text(shown, size);
            if (set is null || (set.Height <= HeadlineHeight && set.Width <= Inside))
            {
                return set;
            }

            set.Dispose();
        }

        // One word wider than the card, or a hundred lines of one letter.
        var smallest = Text(shown, Sizes[^1])!;
        using (smallest)
        {
            return smallest.Crop(0, 0, Math.Min(smallest.Width, Inside), Math.Min(smallest.Height, HeadlineHeight));
        }
    }

    /// <summary>Its mask; null where there is nothing to set.</summary>
    private static Image? Text(string text, int size)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            // It is read as markup.
            return Image.Text(WebUtility.HtmlEncode(text), font: $"Newsreader Text Bold {size}", width: Inside, dpi: 72, spacing: size / 10, fontfile: Font, wrap: Enums.TextWrap.WordChar);
        }
        catch (VipsException)
        {
            // Signs of no width alone leave nothing to draw.
            return null;
        }
    }

    private static Image Plain(Accent colour)
    {
        using var black = Image.Black(ShareCard.Width, ShareCard.Height);
        using var filled = black.NewFromImage(colour.Red, colour.Green, colour.Blue);
        using var bytes = filled.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static Image Written(Image ground, Image? mask, Accent colour, int top)
    {
        if (mask is null)
        {
            return ground.Copy();
        }

        using var ink = Plain(colour).Crop(0, 0, mask.Width, mask.Height);
        using var shaped = ink.Bandjoin(mask);
        using var over = ground.Composite2(shaped, Enums.BlendMode.Over, x: Margin, y: top);
        using var flat = over.Flatten();
        return flat.Cast(Enums.BandFormat.Uchar);
    }
}
