using System.Xml;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// The licence as machines read it, in RSL 1.0: for each place a licence for what is free, and one for what is to be had by asking. It knows
/// three of our classes: search, ai-train, and both words for answers. Pure.
/// </summary>
/// <remarks>
/// What is permitted is a closed list (RSL 1.0, 3.5), so what does not stand there needs no prohibition; and a prohibition wins over every
/// permission, of other licences and of the places below it, too (3.1.1). One stands only where nothing at all is permitted; not for the whole
/// newspaper where a section permits something: no terms at all are written of it then, and nobody has a licence where there are none.
/// </remarks>
public static class LicenceRsl
{
    public const string Schema = "https://rslstandard.org/rsl";

    private static readonly (RobotClass Class, string Usage)[] Usages =
        [(RobotClass.Search, "search"), (RobotClass.Training, "ai-train"), (RobotClass.Answers, "ai-input"), (RobotClass.Answers, "ai-index")];

    public static byte[] Write(PolicyPlaces places, Imprint imprint, PublicAddress address) => Text.Xml.Write(xml =>
    {
        xml.WriteStartElement("rsl", Schema);
        var permits = places.All.Any(place => PermitsSomething(place.Line));
        foreach (var place in places.All.Append(new PolicyPlace("/", places.Rest)).Where(place => place.Path != "/" || !permits || PermitsSomething(place.Line)))
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("url", place.Path + "*");
            WriteTerms(xml, place.Line, address);
            xml.WriteStartElement("copyright");
            xml.WriteAttributeString("type", "organization");
            xml.WriteAttributeString("contactUrl", address.Of("/contact"));
            xml.WriteString(imprint.IdentityLines[0]);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static void WriteTerms(XmlWriter xml, RobotLine line, PublicAddress address)
    {
        var free = Said(usage => IsFree(line, usage));
        var sold = Said(usage => line.For(usage) == RobotChoice.Licensed);
        if (free.Length > 0)
        {
            WriteLicence(xml, "permits", free, "free", null);
        }

        if (sold.Length > 0)
        {
            WriteLicence(xml, "permits", sold, "purchase", address.Of(SayLicence.Page));
        }

        if (free.Length + sold.Length == 0)
        {
            WriteLicence(xml, "prohibits", "all", null, null);
        }
    }

    /// <param name="payment">Null: there is nothing to pay for.</param>
    /// <param name="custom">Where the price is asked for; null: there is none.</param>
    private static void WriteLicence(XmlWriter xml, string element, string usages, string? payment, string? custom)
    {
        xml.WriteStartElement("license");
        xml.WriteStartElement(element);
        xml.WriteAttributeString("type", "usage");
        xml.WriteString(usages);
        xml.WriteEndElement();
        if (payment is not null)
        {
            xml.WriteStartElement("payment");
            xml.WriteAttributeString("type", payment);
            if (custom is not null)
            {
                xml.WriteElementString("custom", Schema, custom);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A preview may be searched, and no more: neither training nor answers know of shortness.</summary>
    private static bool IsFree(RobotLine line, RobotClass kind) =>
        line.For(kind) == RobotChoice.Allowed || (kind == RobotClass.Search && line.MaySearch);

    private static bool PermitsSomething(RobotLine line) => Usages.Any(usage => IsFree(line, usage.Class) || line.For(usage.Class) == RobotChoice.Licensed);

    private static string Said(Func<RobotClass, bool> which) => string.Join(' ', Usages.Where(usage => which(usage.Class)).Select(usage => usage.Usage));
}
