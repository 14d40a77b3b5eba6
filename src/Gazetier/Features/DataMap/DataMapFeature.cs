using System.Text;
using Gazetier.Data;
using Gazetier.Features.DataMap.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Quartz;

namespace Gazetier.Features.DataMap;

/// <summary>What is held about people, and what is forgotten when (L-40, L-43).</summary>
public static class DataMapFeature
{
    public const string Register = "/donnees-personnelles/registre.csv";

    public static IServiceCollection AddDataMap(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ReadDataMap>();
        services.AddScoped<ForgetEachNight>();
        services.AddScoped<IComposeMail, DormantLetters>();
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<ForgetSchedule>(trigger => trigger.WithIdentity("forgetting").WithCronSchedule(ForgetSchedule.Cron)));
        }

        return services;
    }

    public static void MapDataMap(this WebApplication app) => app.MapMethods(
        Register,
        PublicAnswer.Reading,
        (HttpContext context, ReadDataMap map) =>
        {
            context.Tags().Add(Masthead.Tag);
            context.Response.Headers.ContentDisposition = "attachment; filename=registre-des-traitements.csv";
            // Kept once for all readers, so in the language of the authority that asks for it.
            return context.AnswerAsync("text/csv; charset=utf-8", Encoding.UTF8.GetBytes(map.Register(new Phrases(Language.French))));
        }).SameForAll();
}
